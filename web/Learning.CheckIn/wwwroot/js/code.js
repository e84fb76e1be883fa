export const path=()=>JSON.stringify({size:1,path:""});
